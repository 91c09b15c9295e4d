/** The device URI of each queue, by the queue's name, from what `lpstat -v` says in English. Odd lines are left out. */
export function devicesIn(devices: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of devices.split("\n")) {
    // A queue's name has no space; it may have a colon.
    const [, name, device] = /^device for (\S+): (\S+)/.exec(line) ?? [];
    if (name !== undefined && device !== undefined) found.set(name, device);
  }
  return found;
}

/** Whether `lpstat -r` says in English that the print server is there. */
export function serverRuns(said: string): boolean {
  return /^scheduler is running$/m.test(said);
}

/** Whether `lpstat -v` complains in English of nothing but that there is no queue. */
export function hasNoQueue(complaint: string): boolean {
  return /^lpstat: No destinations added\.$/m.test(complaint);
}

/** The job that `lp` says it made, such as "Office-12"; null where it says none. */
export function jobIn(said: string): string | null {
  return /^request id is (\S+-\d+)(?: |$)/m.exec(said)?.[1] ?? null;
}

/** The names of the jobs that `lpstat -o` lists, one a line, its name first. */
export function jobsIn(jobs: string): readonly string[] {
  return jobs.split("\n").flatMap((line) => /^\S+/.exec(line) ?? []);
}

/**
 * Whether a cupsd.conf says that the files of finished jobs are kept. CUPS keeps them for a day where it says nothing
 * (cupsd.conf(5), PreserveJobFiles); of two lines the last one holds.
 */
export function keepsFiles(configuration: string): boolean {
  const values = [...configuration.matchAll(/^\s*PreserveJobFiles\s+(\S+)/gim)].map(
    ([, value]) => value ?? "",
  );
  return !/^(no|off|false|0+)$/i.test(values.at(-1) ?? "");
}
