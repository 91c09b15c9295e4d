import type { CeremonyView } from "../../electron/contract/ceremony-views";
import type { WorkstationView } from "../../electron/contract/views";
import { AbortedScreen } from "./aborted";
import { BagScreen } from "./bag";
import { CopyScreen } from "./copy";
import { CurrentKeyScreen } from "./current-key";
import { DeliverScreen } from "./deliver";
import { DeliveringScreen } from "./delivering";
import { DistributeScreen } from "./distribute";
import { DoneScreen } from "./done";
import { FingerprintScreen } from "./fingerprint";
import { GatherScreen } from "./gather";
import { GatherUnlistedScreen } from "./gather-unlisted";
import { GiveShareScreen } from "./give-share";
import { HandOverScreen } from "./hand-over";
import { KeyScreen } from "./key";
import { KeyBagScreen } from "./key-bag";
import { KeyPrintedScreen } from "./key-printed";
import { KeyReadBackScreen } from "./key-read-back";
import { MakingScreen } from "./making";
import { NamesScreen } from "./names";
import { NotWrittenScreen } from "./not-written";
import { OldKeystoreScreen } from "./old-keystore";
import { OldSheetsScreen } from "./old-sheets";
import { OpeningScreen } from "./opening";
import { PeopleScreen } from "./people";
import { PlacesScreen } from "./places";
import { PrintedScreen } from "./printed";
import { PrintingScreen } from "./printing";
import { ProceedingsScreen } from "./proceedings/proceedings";
import { ProofScreen } from "./proof";
import { ProofPrintingScreen } from "./proof-printing";
import { ProofReadScreen } from "./proof-read";
import { ProvenScreen } from "./proven";
import { QuorumScreen } from "./quorum";
import { ReadBackScreen } from "./read-back";
import { ReasonScreen } from "./reason";
import { RenewedScreen } from "./renewed";
import { ReviewScreen } from "./review";
import { SecondCopyScreen } from "./second-copy";
import { SheetScreen } from "./sheet";
import { SpoiledScreen } from "./spoiled";
import { VaultScreen } from "./vault";
import { VerifiedScreen } from "./verified";
import { WritingScreen } from "./writing";

interface CeremonyScreenProps {
  readonly view: CeremonyView;
  readonly workstation: WorkstationView;
}

/** The screen of each step of a ceremony that writes a keystore. A step without a screen does not compile. */
export function CeremonyScreen({ view, workstation }: CeremonyScreenProps) {
  switch (view.step) {
    case "reason":
      return <ReasonScreen view={view} />;
    case "fingerprint":
      return <FingerprintScreen view={view} />;
    case "vault":
      return <VaultScreen view={view} />;
    case "people":
      return <PeopleScreen view={view} />;
    case "quorum":
      return <QuorumScreen view={view} />;
    case "key":
      return <KeyScreen view={view} />;
    case "places":
      return <PlacesScreen view={view} />;
    case "review":
      return <ReviewScreen view={view} workstation={workstation} />;
    case "proof":
      return <ProofScreen view={view} />;
    case "proof-printing":
      return <ProofPrintingScreen view={view} />;
    case "proof-read":
      return <ProofReadScreen view={view} />;
    case "proven":
      return <ProvenScreen view={view} />;
    case "gather":
      return view.plan.renews?.kind === "recover-damaged" ? (
        <GatherUnlistedScreen view={view} renews={view.plan.renews} />
      ) : (
        <GatherScreen view={view} />
      );
    case "enter-share":
    case "searching":
    case "repairs":
      return <GiveShareScreen view={view} />;
    case "bag":
      return <BagScreen view={view} />;
    case "opening":
      return <OpeningScreen view={view} />;
    case "names":
      return <NamesScreen view={view} />;
    case "current-key":
      return <CurrentKeyScreen view={view} />;
    case "making":
      return <MakingScreen view={view} />;
    case "distribute":
      return <DistributeScreen view={view} />;
    case "hand-over":
      return <HandOverScreen view={view} />;
    case "sheet":
      return <SheetScreen view={view} />;
    case "printing":
      return <PrintingScreen view={view} />;
    case "printed":
      return <PrintedScreen view={view} />;
    case "copy":
      return <CopyScreen view={view} />;
    case "read-back":
      return <ReadBackScreen view={view} />;
    case "spoiled":
      return <SpoiledScreen view={view} />;
    case "verified":
      return <VerifiedScreen view={view} />;
    case "deliver":
      return <DeliverScreen view={view} />;
    case "delivering":
      return <DeliveringScreen view={view} />;
    case "key-printed":
      return <KeyPrintedScreen view={view} />;
    case "key-read-back":
      return <KeyReadBackScreen view={view} />;
    case "key-bag":
      return <KeyBagScreen view={view} />;
    case "writing":
      return <WritingScreen view={view} />;
    case "not-written":
      return <NotWrittenScreen view={view} />;
    case "second-copy":
      return <SecondCopyScreen view={view} />;
    case "old-keystore":
      return <OldKeystoreScreen view={view} />;
    case "old-sheets":
      return <OldSheetsScreen view={view} />;
    case "done":
      return view.plan.renews === null ? <DoneScreen view={view} /> : <RenewedScreen view={view} />;
    case "aborted":
      return <AbortedScreen view={view} />;
    default:
      return <ProceedingsScreen view={view} plan={view.plan} />;
  }
}
