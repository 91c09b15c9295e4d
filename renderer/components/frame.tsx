import type { ReactNode } from "react";
import type { AppView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "./buttons";
import { Elapsed } from "./elapsed";
import { Name } from "./name";
import { Progress } from "./progress";
import { StandingNotice } from "./standing-notice";
import { offersAbort, offersException } from "./ways-out";

/** What stands around every screen: whose ceremony it is, how far it is, the notice, the way out. */
export function Frame({ view, children }: { readonly view: AppView; readonly children: ReactNode }) {
  const { page } = view;
  const held = page.at === "ceremony" || page.at === "check" ? page : null;
  const practice = isPractice(page);
  const vaultName = vaultNameOf(page);
  return (
    <div className={practice ? "frame frame-practice" : "frame"}>
      {practice && (
        <aside className="rehearsal" aria-label="Rehearsal">
          <strong>REHEARSAL</strong>
          <span>Nothing made here may protect anything.</span>
        </aside>
      )}
      <header className="rail">
        <div className="rail-inner">
          <p className="app-name">Key Ceremony</p>
          {vaultName !== "" && (
            <p className="rail-vault">
              <span className="rail-label">Vault</span>
              <Name>{vaultName}</Name>
            </p>
          )}
          {page.at === "ceremony" && <Progress view={page} />}
          {page.at === "ceremony" && view.startedAt !== null && (
            <Elapsed key={view.startedAt} view={page} startedAt={view.startedAt} />
          )}
          <div className="rail-end">
            <StandingNotice workstation={view.workstation} />
            {held !== null && (
              <div className="rail-ways">
                {offersException(held) && (
                  <Button kind="quiet" onPress={() => void act("askException", { about: null })}>
                    Record an exception
                  </Button>
                )}
                {offersAbort(held) && (
                  <Button kind="quiet" interrupts onPress={() => void act("askAbort", null)}>
                    Abort the ceremony
                  </Button>
                )}
              </div>
            )}
          </div>
        </div>
      </header>
      {children}
    </div>
  );
}

function isPractice(page: AppView["page"]): boolean {
  switch (page.at) {
    case "home":
    case "workstation":
    case "unreadable":
      return false;
    case "keystore":
    case "damaged":
    case "record":
      return page.facts.practice;
    case "check":
      return page.keystore.practice;
    case "ceremony":
      if ("draft" in page) return page.draft.practice;
      return page.step === "aborted" ? page.practice : page.plan.practice;
  }
}

/** Empty where no vault is on the table yet. */
function vaultNameOf(page: AppView["page"]): string {
  switch (page.at) {
    case "home":
    case "workstation":
    case "keystore":
    case "damaged":
    case "unreadable":
    case "record":
      return "";
    case "check":
      return page.keystore.vaultName;
    case "ceremony":
      if ("draft" in page) return page.draft.vaultName;
      return page.step === "aborted" ? page.vaultName : page.plan.vaultName;
  }
}
