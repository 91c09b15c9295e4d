import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/screen.css";
import "./styles/controls.css";
import "./styles/parts.css";
import "./styles/preflight.css";
import "./styles/proceedings.css";
import "./styles/scan.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { connect } from "./bridge";
import { keepFocus } from "./keyboard/keep-focus";
import { listenToKeyboard } from "./keyboard/listen";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
connect();
listenToKeyboard();
keepFocus();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
