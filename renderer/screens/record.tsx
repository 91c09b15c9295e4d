import { useState } from "react";
import type { RecordFacts } from "../../electron/contract/record-facts";
import { sentence } from "../../electron/contract/sentences";
import type { RecordView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "../components/buttons";
import { Choice } from "../components/choice";
import { Field } from "../components/field";
import { Fours } from "../components/fours";
import { Name } from "../components/name";
import { PathField } from "../components/path-field";
import { RecordContents } from "../components/record-contents";
import { Screen } from "../components/screen";
import { PageScreen } from "./proceedings/page";
import { PagePrintingScreen } from "./proceedings/page-printing";

type Comparison = "head" | "keystore";

const comparisons = [
  { value: "head", label: "The head on paper" },
  { value: "keystore", label: "The vault’s keystore" },
] as const;

const titles: Readonly<Record<RecordFacts["kind"], string>> = {
  generate: "Record of a generation",
  recover: "Record of a recovery",
  rotate: "Record of a rotation",
  reshare: "Record of a resharing",
  check: "Record of a check",
};

/** What a ceremony's record says, what is proven of it, and what it can be compared with. */
export function RecordScreen({ page }: { readonly page: RecordView }) {
  switch (page.step) {
    case "record":
      return <Reading page={page} />;
    case "record-page":
      return <PageScreen view={page} roles={reading} />;
    case "record-printing":
      return <PagePrintingScreen view={page} roles={reading} />;
  }
}

const reading = { acts: "Whoever reads the record", watch: "Everybody" };

function Reading({ page }: { readonly page: Extract<RecordView, { step: "record" }> }) {
  const { facts } = page;
  const [way, setWay] = useState<Comparison>("head");
  const [head, setHead] = useState("");
  const [path, setPath] = useState("");
  const close = () => void act("goHome", null);
  const compare = () =>
    void (way === "head" ? act("compareRecordHead", { head }) : act("compareRecordKeystore", { path }));
  return (
    <Screen
      heading={titles[facts.kind]}
      primary={
        facts.sealed ? { label: "Compare", onGo: compare } : { label: "Close the record", onGo: close }
      }
      others={
        <>
          <Button onPress={() => void act("choosePage", null)}>Print the record</Button>
          {facts.sealed && <Button onPress={close}>Close the record</Button>}
        </>
      }
      below={<RecordContents page={page} />}
      enter="submits"
    >
      <Verdict page={page} />
      {page.printed && <p role="status">The record was printed. Whoever was there signs it.</p>}
      {facts.sealed && (
        <>
          <Choice legend="Compare with" inRow value={way} onChange={setWay} options={comparisons} />
          {way === "head" ? (
            <Field
              label="Head, as a witness wrote it down"
              hint="64 characters in groups of four. Spaces and capitals do not matter."
              mono
              meant="digits"
              value={head}
              onChange={setHead}
            />
          ) : (
            <PathField
              label="Keystore file"
              member="path"
              purpose="open-keystore"
              value={path}
              onChange={setPath}
            />
          )}
        </>
      )}
    </Screen>
  );
}

function Verdict({ page }: { readonly page: RecordView }) {
  const { facts, sameHead, anchor } = page;
  if (!facts.sealed) {
    return <p className="problem">{sentence({ code: "record.unsealed", line: facts.lines })}</p>;
  }
  return (
    <>
      <p>
        This record is consistent: each line follows from the one before, and the seal holds. Its head is
        <br />
        <Fours hex={facts.head} large />
      </p>
      <div role="status">
        {sameHead && (
          <p className="lead">
            It is authentic: its head is the one that was typed. That is as good as the paper it was read
            from.
          </p>
        )}
        {anchor !== null && (
          <p className="lead">
            It is authentic: the sealed keystore of <Name>{anchor.vaultName}</Name> names its key as this
            ceremony’s. That holds for the vault with the fingerprint <Fours hex={anchor.vaultFingerprint} />:
            compare it with the one on the sheets.
          </p>
        )}
        {!sameHead && anchor === null && (
          <p>
            Whether it is the ceremony’s own record, and not another one that was made up whole, it cannot say
            of itself. Compare it with what the witnesses wrote on paper, or with the vault’s keystore.
          </p>
        )}
      </div>
    </>
  );
}
