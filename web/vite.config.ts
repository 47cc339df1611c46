import { defineConfig } from "vitest/config";
import { mockApi } from "./mock/plugin.ts";

// The built files go to dist/, from where the server's project copies them to wwwroot. Names under assets/ hold a hash of what is in
// the file, so that they can be kept for ever; index.html has none and must be asked for each time.
const server = process.env["ISNAD_API"] ?? "http://127.0.0.1:5210";
const proxy: Record<string, string> = { "/api": server, "/openapi": server };

export default defineConfig(({ mode }) => ({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: mode === "mock" ? [mockApi()] : [],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5230,
    host: "127.0.0.1",
    proxy: mode === "mock" ? {} : proxy,
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
}));
