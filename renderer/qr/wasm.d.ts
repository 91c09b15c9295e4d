// Vite gives the address of the file that it copies beside the page.
declare module "*.wasm?url" {
  const url: string;
  export default url;
}
