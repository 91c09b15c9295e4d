import type { ProvenByQuorum } from "../../contract/damaged-facts";
import type { UnlistedOwner } from "../../contract/renewal";
import { fail, ok, type Result } from "../../contract/result";
import type { ListedShare } from "../../keystore/damaged";
import type { KeyShare } from "../../share/read-share";
import { type OpenedByQuorum, type OpenedDamaged, openDamagedWithQuorum } from "../renewal/open-damaged";
import { admitUnlisted, provenCommitments } from "../renewal/unlisted-shares";
import { BroughtShares } from "./brought-shares";

/** The damaged keystore of a recovery, the quorum's shares that open it, and which commitments they have proven. */
export class DamagedOpening {
  readonly opened: OpenedDamaged;
  readonly shares: BroughtShares;
  #commitments: readonly string[] = [];

  constructor(opened: OpenedDamaged) {
    this.opened = opened;
    this.shares = new BroughtShares(null, (share, given) => this.#admit(share, given));
  }

  /** The commitments (64 hex) that the quorum has proven, in the order in which they will be listed. */
  get commitments(): readonly string[] {
    return this.#commitments;
  }

  /** Opens the keystore with the quorum's shares. Both keys are the caller's to wipe. Fails as openDamagedWithQuorum does. */
  async open(fingerprint: string): Promise<Result<OpenedByQuorum>> {
    return openDamagedWithQuorum(this.opened.damaged, this.shares.given, fingerprint);
  }

  /**
   * Opens the keystore and says what that proves of it; the keys are wiped again, and the shares stay. Fails as `open`.
   */
  async prove(fingerprint: string): Promise<Result<ProvenByQuorum>> {
    const opened = await this.open(fingerprint);
    if (!opened.ok) return opened;
    const { recoveryKey, proven, set } = opened.value;
    recoveryKey.wipe();
    proven.masterKey.wipe();
    const { damaged } = this.opened;
    const { given } = this.shares;
    const commitments = await provenCommitments(
      given,
      damaged.listed.flatMap(({ commitment }) => commitment ?? []),
    );
    this.#commitments = [...commitments];
    return ok({
      setId: set.setId,
      threshold: set.threshold,
      shares: this.#commitments.map((commitment) => ({
        custodian: damaged.listed.find((one) => one.commitment === commitment)?.custodian ?? null,
        entered: given.some((share) => share.commitment === commitment),
      })),
      leftOut: leftOut(damaged.listed, commitments),
      unfit: given.filter(({ commitment }) => !commitments.has(commitment)).length,
    });
  }

  /** Wipes everything that was brought. */
  forget(): void {
    this.shares.forget();
    this.#commitments = [];
  }

  /** The header of `recoveryKey` names its kind, and a share of the other kind could not open it. */
  #admit(share: KeyShare, given: readonly KeyShare[]): Result<UnlistedOwner> {
    const { practice, threshold } = share.header;
    const isPractice = this.opened.damaged.practice;
    if (practice !== isPractice) {
      return fail({ code: isPractice ? "share.production-in-practice" : "share.practice-in-production" });
    }
    const admitted = admitUnlisted(share, given);
    return admitted.ok ? ok({ index: null, custodian: null, threshold }) : admitted;
  }
}

/** The custodians that the file lists beside no proven commitment, or beside one that it lists twice. */
function leftOut(listed: readonly ListedShare[], proven: ReadonlySet<string>): readonly (string | null)[] {
  return listed
    .filter(({ commitment }, at) => {
      const first = listed.findIndex((one) => one.commitment === commitment);
      return commitment === null || !proven.has(commitment) || first !== at;
    })
    .map(({ custodian }) => custodian);
}
