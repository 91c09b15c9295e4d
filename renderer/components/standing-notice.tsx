import type { WorkstationView } from "../../electron/contract/views";

/** Says, as long as it is so, that the runtime is older than it should be or runs without its sandbox. */
export function StandingNotice({ workstation }: { readonly workstation: WorkstationView }) {
  const { appVersion, electron, oldRuntime, sandboxed } = workstation;
  if (!oldRuntime && sandboxed) return null;
  return (
    <aside className="standing-notice" aria-label="About this workstation">
      {oldRuntime && (
        <p>This app runs on an old Electron ({electron}). Known faults in it are not repaired.</p>
      )}
      {!sandboxed && <p>It runs without its sandbox: start it as a normal user instead of root.</p>}
      <p>Key Ceremony {appVersion}</p>
    </aside>
  );
}
