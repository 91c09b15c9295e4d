import { MAIN_PAGE, pageOf } from "./addresses";

/**
 * Everything that Chromium lets a document be denied (its permissions_policy_features.json5, from 114 to 140; one that a version does
 * not know it passes over). Left out is what is no power and would break a page: to scroll, to run while it is covered, and to
 * move the focus.
 */
const DENIED = [
  "accelerometer all-screens-capture ambient-light-sensor aria-notify attribution-reporting autofill autoplay bluetooth",
  "browsing-topics captured-surface-control ch-device-memory ch-downlink ch-dpr ch-ect ch-prefers-color-scheme",
  "ch-prefers-reduced-motion ch-prefers-reduced-transparency ch-rtt ch-save-data ch-ua ch-ua-arch ch-ua-bitness",
  "ch-ua-form-factors ch-ua-full-version ch-ua-full-version-list ch-ua-high-entropy-values ch-ua-mobile ch-ua-model",
  "ch-ua-platform ch-ua-platform-version ch-ua-wow64 ch-viewport-height ch-viewport-width ch-width clipboard-read",
  "clipboard-write compute-pressure controlled-frame cross-origin-isolated deferred-fetch deferred-fetch-minimal",
  "device-attributes digital-credentials-create digital-credentials-get direct-sockets direct-sockets-multicast",
  "direct-sockets-private display-capture document-domain encrypted-media fenced-unpartitioned-storage-read frobulate",
  "fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection interest-cohort",
  "join-ad-interest-group keyboard-map language-detector language-model local-fonts local-network local-network-access",
  "loopback-network magnetometer media-playback-while-not-visible microphone midi monetization on-device-speech-recognition",
  "otp-credentials payment picture-in-picture popins private-aggregation private-state-token-issuance",
  "private-state-token-redemption proofreader publickey-credentials-create publickey-credentials-get",
  "record-ad-auction-events rewriter run-ad-auction screen-wake-lock serial shared-autofill shared-storage",
  "shared-storage-select-url smart-card speaker-selection storage-access sub-apps summarizer sync-xhr",
  "top-level-storage-access translator trust-token-redemption unload usb usb-unrestricted web-app-installation web-printing",
  "web-share window-management window-placement writer xr-spatial-tracking",
]
  .join(" ")
  .split(" ");

/**
 * The Permissions-Policy of the answer for an address: nothing, but the camera on the main page. A document keeps its
 * policy as long as it is there and so cannot be given the camera for a step; in which steps it is, guardSession says.
 */
export function permissionsPolicy(address: string): string {
  const camera = pageOf(address) === MAIN_PAGE ? "camera=(self)" : "camera=()";
  return [camera, ...DENIED.map((feature) => `${feature}=()`)].join(", ");
}
