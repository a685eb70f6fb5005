/** What the functions use of Deno, for the TypeScript compiler of the workspace. */
declare namespace Deno {
  const env: { toObject(): Record<string, string> };
  function serve(handler: (request: Request) => Response | Promise<Response>): unknown;
}
