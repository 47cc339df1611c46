import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { answer } from "./answers.ts";

/** Serves /api from files that the command line has printed, for work on the screens without a server. */
export function mockApi(): Plugin {
  return {
    name: "isnad-mock",
    configureServer(server) {
      server.middlewares.use("/api", (request: IncomingMessage, response: ServerResponse) => void handle(request, response));
    },
    configurePreviewServer(server) {
      server.middlewares.use("/api", (request: IncomingMessage, response: ServerResponse) => void handle(request, response));
    },
  };
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://mock");
  if (url.pathname === "/live") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": here\n\n");
    return;
  }
  let body = "";
  for await (const piece of request) body += String(piece);
  const { status, value } = answer(request.method ?? "GET", url, body, read);
  response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json", "cache-control": "no-cache" });
  response.end(value === undefined ? "" : JSON.stringify(value));
}

const folder = process.env["ISNAD_MOCK"] ?? new URL("data", import.meta.url).pathname;

function read(name: string): unknown {
  const path = `${folder}/${name}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
