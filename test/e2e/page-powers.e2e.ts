import { type ElectronApplication, expect, type Page } from "@playwright/test";
import { test } from "./drive/test";

/** What a page could do that was taken over, by the policy, the handler or the switch that is in its way. */
const refused: Readonly<Record<string, string>> = {
  "USB, listed": "navigator.usb.getDevices()",
  "USB, asked for": "navigator.usb.requestDevice({ filters: [] })",
  "HID, listed": "navigator.hid.getDevices()",
  "HID, asked for": "navigator.hid.requestDevice({ filters: [] })",
  "serial ports, listed": "navigator.serial.getPorts()",
  "serial ports, asked for": "navigator.serial.requestPort()",
  "Bluetooth, looked for": "navigator.bluetooth.getAvailability()",
  "Bluetooth, asked for": "navigator.bluetooth.requestDevice({ acceptAllDevices: true })",
  MIDI: "navigator.requestMIDIAccess()",
  gamepads: "navigator.getGamepads()",
  location: "new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))",
  accelerometer: "new Accelerometer()",
  gyroscope: "new Gyroscope()",
  magnetometer: "new Magnetometer()",
  microphone: "navigator.mediaDevices.getUserMedia({ audio: true })",
  "camera, in no scan step": "navigator.mediaDevices.getUserMedia({ video: true })",
  "the screen": "navigator.mediaDevices.getDisplayMedia()",
  "speech, heard": "new webkitSpeechRecognition().start()",
  "speech, spoken": "speechSynthesis.speak(new SpeechSynthesisUtterance('x'))",
  notifications: "Notification.requestPermission()",
  "wake lock": "navigator.wakeLock.request()",
  idling: "new IdleDetector().start()",
  "local fonts": "queryLocalFonts()",
  "screens, listed": "getScreenDetails()",
  "colours of the screen": "new EyeDropper().open()",
  "a file, opened by its own dialog": "showOpenFilePicker()",
  "a file, saved by its own dialog": "showSaveFilePicker()",
  "a folder, by its own dialog": "showDirectoryPicker()",
  "the older file system": "webkitRequestFileSystem(0, 1, () => {})",
  "clipboard, read as text": "navigator.clipboard.readText()",
  "clipboard, read": "navigator.clipboard.read()",
  "clipboard, written": "navigator.clipboard.writeText('x')",
  "a key of hardware, made": `navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { name: "x" },
    user: { id: new Uint8Array(8), name: "x", displayName: "x" }, pubKeyCredParams: [] } })`,
  "a key of hardware, used": "navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16) } })",
  "a password": "navigator.credentials.get({ password: true })",
  payment: `new PaymentRequest([{ supportedMethods: "x" }],
    { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).canMakePayment()`,
  "protected media": `navigator.requestMediaKeySystemAccess("org.w3.clearkey",
    [{ initDataTypes: ["cenc"], videoCapabilities: [{ contentType: 'video/mp4; codecs="avc1.42E01E"' }] }])`,
  "full screen": "document.documentElement.requestFullscreen()",
  "a picture in a picture": "document.createElement('video').requestPictureInPicture()",
  "the pointer, locked": `new Promise((yes, no) => {
    document.onpointerlockchange = yes; document.onpointerlockerror = no; document.body.requestPointerLock(); })`,
  "another display": "new PresentationRequest('https://example.org/').start()",
  "a worker": "new Worker(document.scripts[0].src)",
  "a worker of text": "new Worker(URL.createObjectURL(new Blob(['0'])))",
  "a shared worker": "new SharedWorker(document.scripts[0].src)",
  "a service worker": "navigator.serviceWorker.register(document.scripts[0].src)",
  "a handler of addresses": "navigator.registerProtocolHandler('web+x', 'app://ceremony/?%s')",
  "virtual reality": "navigator.xr.isSessionSupported('inline')",
  "the graphics card, WebGPU": "navigator.gpu.requestAdapter().then((found) => found ?? Promise.reject())",
  "the graphics card, WebGL": "document.createElement('canvas').getContext('webgl').getParameter(0)",
  "the graphics card, WebGL 2": "document.createElement('canvas').getContext('webgl2').getParameter(0)",
  sharing: "navigator.share({ text: 'x' })",
  "installed apps": "navigator.getInstalledRelatedApps()",
  "a request that waits":
    "(() => { const r = new XMLHttpRequest(); r.open('GET', 'index.html', false); r.send(); })()",
  "a web socket":
    "new Promise((yes, no) => Object.assign(new WebSocket('ws://127.0.0.1:9'), { onopen: yes, onerror: no }))",
  "a web transport": "new WebTransport('https://127.0.0.1:9').ready",
  "an event source": `new Promise((yes, no) =>
    Object.assign(new EventSource('http://127.0.0.1:9'), { onopen: yes, onerror: no }))`,
};

/** What gives nothing instead of an error, and what that is. */
const empty: Readonly<Record<string, readonly [expression: string, gives: unknown]>> = {
  "the clipboard, by an old command": [
    `(() => { const box = document.createElement("textarea"); document.body.append(box); box.focus();
      document.execCommand("paste"); const { value } = box; box.remove(); return value; })()`,
    "",
  ],
  "its own print dialog": ["window.print()", undefined],
  "its own print dialog, by an old command": ["document.execCommand('print')", false],
  "a question": ["confirm('?')", false],
  "a window": ["String(open('about:blank'))", "null"],
  cookies: ["(document.cookie = 'a=b', document.cookie)", ""],
  "the names of devices": [
    "navigator.mediaDevices.enumerateDevices().then((all) => all.map(({ label }) => label).join(''))",
    "",
  ],
  "storage for good": ["navigator.storage.persist()", false],
  "ways to other machines": [
    `(async () => { const line = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:9" }] });
      line.createDataChannel("x"); await line.setLocalDescription(await line.createOffer());
      while (line.iceGatheringState !== "complete") await new Promise((go) => { line.onicegatheringstatechange = go; });
      const { sdp } = line.localDescription; line.close(); return sdp.includes("a=candidate"); })()`,
    false,
  ],
};

test("the page has no power but the camera in its steps, whatever it tries at a click", async ({ open }) => {
  const { app, page } = await open();
  await page.getByRole("heading", { name: "What would you like to do?" }).waitFor();
  await app.evaluate(({ clipboard }) => clipboard.writeText("lies there"));

  // Of all that this Chromium knows, whichever it is, its policy allows the one.
  const policy = "document.permissionsPolicy ?? document.featurePolicy";
  expect(
    (await evaluates(page, `(${policy}).allowedFeatures()`)).filter((name: string) => !harmless.has(name)),
  ).toEqual(["camera"]);
  const allowed = [];
  for (const [what, expression] of Object.entries(refused)) {
    if ((await evaluates(page, settled(expression))) !== "refused") allowed.push(what);
  }
  expect(allowed).toEqual([]);
  const given: Record<string, unknown> = {};
  const nothing: Record<string, unknown> = {};
  for (const [what, [expression, gives]] of Object.entries(empty)) {
    given[what] = await evaluates(page, expression);
    nothing[what] = gives;
  }
  expect(given).toEqual(nothing);

  expect(await windowsOf(app)).toBe(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would you like to do?");
});

/** What is no power, and which a policy of nothing would break a page by: see permissions-policy.ts. */
const harmless = new Set([
  "execution-while-not-rendered",
  "execution-while-out-of-viewport",
  "focus-without-user-activation",
  "manual-text",
  "vertical-scroll",
]);

/** An expression that gives "refused" where it throws or rejects. */
function settled(expression: string): string {
  return `(async () => { try { await (${expression}); return "allowed"; } catch { return "refused"; } })()`;
}

/** What an expression gives in the page as if a person had clicked. */
async function evaluates(page: Page, expression: string) {
  const devtools = await page.context().newCDPSession(page);
  const options = { awaitPromise: true, returnByValue: true, userGesture: true };
  const { result } = await devtools.send("Runtime.evaluate", { expression, ...options });
  await devtools.detach();
  return result.value;
}

function windowsOf(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}
