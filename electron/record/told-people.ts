import { z } from "zod";
import type { Line } from "./line";

/** What line 0 says of the vault and of who takes part, where it was written by this app. */
export interface Told {
  readonly vaultName: string | null;
  readonly people: readonly { readonly name: string; readonly role: string }[];
}

const names = z.array(z.string()).catch([]);
const parametersSchema = z
  .object({
    vaultName: z.string().nullable().catch(null),
    administrator: z.string().nullable().catch(null),
    witnesses: names,
    custodians: names,
  })
  .catch({ vaultName: null, administrator: null, witnesses: [], custodians: [] });

/** Reads the names in a record's first line, for its signature lines. A record may hold any parameters, or none. */
export function toldPeople(first: Line | null): Told {
  const { vaultName, administrator, witnesses, custodians } = parametersSchema.parse(first?.data.parameters);
  const roles = new Map<string, string[]>();
  const part = (name: string, role: string) => roles.set(name, [...(roles.get(name) ?? []), role]);
  if (administrator !== null) part(administrator, "administrator");
  for (const name of witnesses) part(name, "witness");
  for (const name of custodians) part(name, "custodian");
  return { vaultName, people: [...roles].map(([name, its]) => ({ name, role: its.join(" and ") })) };
}
