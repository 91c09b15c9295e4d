/** How large a quorum is: any `threshold` of `custodians`. */
export interface QuorumSize {
  readonly threshold: number;
  readonly custodians: number;
}

/** From the smallest that people hold to the largest that the format has; each about twice the one before. */
export const sizes: readonly QuorumSize[] = [
  { threshold: 2, custodians: 3 },
  { threshold: 3, custodians: 5 },
  { threshold: 8, custodians: 16 },
  { threshold: 16, custodians: 32 },
  { threshold: 32, custodians: 64 },
  { threshold: 64, custodians: 128 },
  { threshold: 128, custodians: 255 },
];
