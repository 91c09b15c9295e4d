import { AbortDialog } from "./components/abort-dialog";
import { ExceptionDialog } from "./components/exception-dialog";
import { Frame } from "./components/frame";
import { LeaveDialog } from "./components/leave-dialog";
import { CeremonyScreen } from "./screens/ceremony";
import { CheckScreen } from "./screens/check";
import { DamagedScreen } from "./screens/damaged";
import { HomeScreen } from "./screens/home";
import { KeystoreScreen } from "./screens/keystore";
import { RecordScreen } from "./screens/record";
import { UnreadableScreen } from "./screens/unreadable";
import { WorkstationScreen } from "./screens/workstation";
import { placeOf, useMirror } from "./store";

/** The whole window: one frame, one screen at a time. A new place mounts a new screen, so nothing typed stays. */
export function App() {
  const view = useMirror(({ view }) => view);
  if (view === null) return null;
  const { page, asking } = view;
  const isHeld = page.at === "ceremony" || page.at === "check";
  const place = placeOf(view);
  return (
    <Frame view={view}>
      {page.at === "workstation" && <WorkstationScreen key={place} page={page} />}
      {page.at === "home" && <HomeScreen key={place} page={page} />}
      {page.at === "keystore" && <KeystoreScreen key={place} facts={page.facts} beside={page.beside} />}
      {page.at === "damaged" && <DamagedScreen key={place} page={page} />}
      {page.at === "unreadable" && <UnreadableScreen key={place} page={page} />}
      {page.at === "record" && <RecordScreen key={place} page={page} />}
      {page.at === "check" && <CheckScreen key={place} view={page} workstation={view.workstation} />}
      {page.at === "ceremony" && <CeremonyScreen key={place} view={page} workstation={view.workstation} />}
      {asking?.what === "abort" && isHeld && <AbortDialog view={page} />}
      {asking?.what === "leave" && <LeaveDialog />}
      {asking?.what === "exception" && isHeld && "plan" in page && (
        <ExceptionDialog view={page} about={asking.about} />
      )}
    </Frame>
  );
}
