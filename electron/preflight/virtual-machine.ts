import { good, type Judgement, notKnown, red, shortList } from "./judgement";
import type { SystemFiles } from "./system-files";

/** Signs that this system runs inside another one. */
export interface MachineFacts {
  /** Whether the processor says that a hypervisor lends it; null where it does not say (x86 alone does). */
  readonly hypervisor: boolean | null;
  /** Maker and model of the machine, as its firmware gives them; null where it gives none. */
  readonly product: string | null;
  /** What else says so, such as a container's own file. */
  readonly signs: readonly string[];
}

/** What firmware of virtual machines calls itself. */
const VIRTUAL =
  /qemu|kvm|vmware|virtualbox|innotek|bochs|bhyve|parallels|\bxen\b|virtual machine|vserver|openstack|compute engine|ec2/i;

/** Files that stand only in containers or under a hypervisor. */
const SIGNS = ["/.dockerenv", "/run/.containerenv", "/run/systemd/container", "/sys/hypervisor/type"];

/** Looks at the processor's flags, the firmware's tables and the files that containers leave. */
export async function readMachine(system: SystemFiles): Promise<MachineFacts> {
  const flags = /^flags\s*:(.*)$/m.exec((await system.text("/proc/cpuinfo")) ?? "")?.[1];
  const vendor = await system.text("/sys/class/dmi/id/sys_vendor");
  const model = await system.text("/sys/class/dmi/id/product_name");
  const there = await Promise.all(SIGNS.map((path) => system.exists(path)));
  return {
    hypervisor: flags === undefined ? null : flags.split(/\s+/).includes("hypervisor"),
    product: vendor === null && model === null ? null : [vendor, model].filter(Boolean).join(" "),
    signs: SIGNS.filter((_, at) => there[at]),
  };
}

/** A hypervisor that hides is not seen: good means that nothing was found where something would be. */
export function judgeMachine({ hypervisor, product, signs }: MachineFacts): Judgement {
  const found = [
    ...(hypervisor ? ["a hypervisor lends the processor"] : []),
    ...(product !== null && VIRTUAL.test(product)
      ? [`the machine calls itself ${shortList([product])}`]
      : []),
    ...signs.map((path) => `there is ${path}`),
  ];
  if (found.length > 0) return red(`This runs inside another system: ${found.join(", ")}.`);
  if (hypervisor === null || product === null || product === "") {
    return notKnown("Nothing says that this is a virtual machine, and nothing says that it is none.");
  }
  return good(`The machine calls itself ${shortList([product])}, and nothing speaks of a virtual one.`);
}
