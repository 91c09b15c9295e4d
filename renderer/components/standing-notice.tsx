import type { WorkstationView } from "../../electron/contract/views";

/** Says, as long as it is so, that the runtime is older than it should be or runs without its sandbox. */
export function StandingNotice({ workstation }: { readonly workstation: WorkstationView }) {
  const { appVersion, electron, oldRuntime, sandboxed } = workstation;
  return (
    <div className="standing-notice">
      {oldRuntime && <p>Old runtime: Electron {electron}. Known faults in it are not repaired.</p>}
      {!sandboxed && <p>No sandbox: it needs a normal user, not root, and a system that allows it.</p>}
      <p className="version">Version {appVersion}</p>
    </div>
  );
}
