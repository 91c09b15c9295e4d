import { dirname } from "node:path";
import type { CheckPlan } from "../../contract/check-views";
import type { Signer } from "../../contract/proceedings";
import type { Paper } from "../../contract/sheets";
import { ceremonyTitles } from "../../contract/titles";
import { recordPath } from "../../record/record-path";
import type { Effects } from "../effects";
import { type PageFacts, recordSheet, scriptSheet } from "../proceedings/pages";
import type { FrameBench } from "../proceedings/perform-frame";
import type { PdfFolders } from "../proceedings/print-page";
import type { Proceedings } from "../proceedings/proceedings";
import { scriptOfCheck } from "../proceedings/script";
import type { OpenedKeystore } from "./check";
import { checkParameters, checkParametersInWords } from "./plan";

interface Round {
  readonly ceremonyId: string;
  readonly plan: CheckPlan;
  readonly opened: OpenedKeystore;
  readonly signers: readonly Signer[];
  readonly stop: AbortSignal;
}

interface Surrounding {
  readonly effects: Effects;
  readonly proceedings: Proceedings;
  readonly folders: PdfFolders;
}

/** What the frame of a round of checks works with. Its record stands beside the keystore, which is not locked. */
export function checkBench(
  { ceremonyId, plan, opened, signers, stop }: Round,
  { effects, proceedings, folders }: Surrounding,
): FrameBench<CheckPlan> {
  const { keystore } = opened.file;
  const { practice, parametersHash } = plan;
  const custodians = keystore.shareSet.shares.map(({ custodian }) => custodian);
  const facts = (paper: Paper): PageFacts => ({
    title: ceremonyTitles.check,
    ...{ practice, vaultName: keystore.vault.name, parametersHash, paper },
    now: effects.now(),
    appVersion: effects.workstation.appVersion,
  });
  return {
    ...{ proceedings, effects, folders, stop, practice },
    keystorePath: opened.path,
    places: [dirname(opened.path)],
    scriptSheet: ({ paper }) =>
      scriptSheet(
        facts(paper),
        checkParametersInWords(keystore, plan),
        scriptOfCheck(plan.administrator, custodians, keystore),
      ),
    // A check leaves nothing that the next start would have to tell.
    closed: async () => undefined,
    recordSheet: ({ paper }, record) => recordSheet(facts(paper), record, signers),
    openRecord: async () =>
      proceedings.open(
        {
          ceremonyId,
          kind: "check",
          vaultId: keystore.vault.id,
          practice,
          parameters: checkParameters(keystore, plan),
        },
        recordPath(opened.path, ceremonyId),
        effects.now,
      ),
  };
}
