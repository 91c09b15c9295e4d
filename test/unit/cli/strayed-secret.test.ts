import { expect, it } from "vitest";
import { vault } from "../keystore/vectors";
import { run } from "./command";
import { vaultFolder } from "./vault-folder";

const { wrappingKey, shares } = vault(0);

it.each([
  ["the key itself where its file's path belongs", wrappingKey],
  ["a share's code", shares[0]?.qr ?? ""],
  ["a share's words", shares[0]?.words ?? ""],
])("%s is refused before a record begins, and never repeated", async (_, secret) => {
  const { keystore, key, out, names, text } = await vaultFolder();
  const before = await names();
  for (const argv of [
    ["rotate", keystore, "--wrapping-key-file", secret, "--wrapping-key-out", out],
    ["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", secret],
    ["recover", keystore, "--wrapping-key-out", secret],
    ["recover", secret, "--wrapping-key-out", out],
  ]) {
    const { status, printed, remarked } = await run(argv);
    expect(status).toBe(2);
    expect(printed + remarked).not.toContain(secret);
    expect(printed + remarked).toMatch(/never arguments/);
  }
  expect(await names()).toEqual(before);
  expect(await text("keystore.json")).not.toContain(secret);
});
