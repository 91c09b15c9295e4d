import { clipboard } from "electron";

/** What lies on a board: the names of its formats, and what of it is text. */
export interface Content {
  readonly formats: readonly string[];
  readonly texts: readonly string[];
}

/** A board that things are copied to and pasted from. */
export interface Board {
  readonly read: () => Promise<Content>;
  readonly clear: () => void;
}

/** The clipboard as Electron had it before it became the web's: at once, with the board's name. */
interface OlderClipboard {
  availableFormats(board: string): string[];
  readText(board: string): string;
  readHTML(board: string): string;
  readRTF(board: string): string;
  clear(board: string): void;
}

/** The system's boards: the clipboard and, on Linux, what is marked, which the middle mouse button pastes. */
export function systemBoards(): readonly Board[] {
  const board: object = clipboard;
  if (isOlder(board)) {
    const names = process.platform === "linux" ? ["clipboard", "selection"] : ["clipboard"];
    return names.map((name) => older(board, name));
  }
  const { selection } = clipboard;
  return (selection === undefined ? [clipboard] : [clipboard, selection]).map(newer);
}

function isOlder(board: object): board is OlderClipboard {
  return "availableFormats" in board;
}

function older(board: OlderClipboard, name: string): Board {
  return {
    read: async () => ({
      formats: board.availableFormats(name),
      texts: [board.readText(name), board.readHTML(name), board.readRTF(name)],
    }),
    clear: () => board.clear(name),
  };
}

function newer(board: Electron.Clipboard): Board {
  return {
    read: async () => {
      const items = await board.read();
      const texts = items.flatMap((item) =>
        item.types.filter((type) => type.startsWith("text/")).map((type) => textOf(item, type)),
      );
      return { formats: items.flatMap(({ types }) => types), texts: await Promise.all(texts) };
    },
    clear: () => board.clear(),
  };
}

async function textOf(item: Electron.ClipboardItem, type: string): Promise<string> {
  const data = await item.getType(type);
  return "text" in data ? data.text() : "";
}
