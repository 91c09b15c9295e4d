/** Put in by the bundler: true in the build that is made for tests to drive, and false in any other (vite.config.mts). */
declare const DRIVEN_BY_TESTS: boolean;

/** The switches that a package takes besides its own: only one that tests drive has any, and in no other is this door at all. */
export const testSwitches: readonly RegExp[] = DRIVEN_BY_TESTS
  ? [/^--remote-debugging-port=\d+$/, /^--inspect=\d+$/]
  : [];
