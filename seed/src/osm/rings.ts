/** Joins pieces of lines at their common ends; closed results have their first item repeated at the end. */
export function joinLines(pieces: readonly (readonly number[])[]): number[][] {
  const open = pieces.filter((piece) => piece.length > 1).map((piece) => [...piece]);
  const joined: number[][] = [];
  for (let line = open.shift(); line !== undefined; line = open.shift()) {
    for (let grown = true; grown && line[0] !== line.at(-1);) {
      grown = false;
      for (const [at, piece] of open.entries()) {
        const next = attach(line, piece);
        if (next === undefined) continue;
        line = next;
        open.splice(at, 1);
        grown = true;
        break;
      }
    }
    joined.push(line);
  }
  return joined;
}

function attach(line: readonly number[], piece: readonly number[]): number[] | undefined {
  if (piece[0] === line.at(-1)) return [...line, ...piece.slice(1)];
  if (piece.at(-1) === line[0]) return [...piece, ...line.slice(1)];
  return undefined;
}

/** Like `joinLines` but a piece may also be turned round, as members of a multipolygon may. */
export function joinRings(pieces: readonly (readonly number[])[]): number[][] {
  let rest = pieces.map((piece) => [...piece]);
  const rings: number[][] = [];
  while (rest.length > 0) {
    let [line, ...others] = rest as [number[], ...number[][]];
    for (let grown = true; grown && line[0] !== line.at(-1);) {
      grown = false;
      for (const [at, piece] of others.entries()) {
        const next = attach(line, piece) ?? attach(line, [...piece].reverse());
        if (next === undefined) continue;
        line = next;
        others = others.filter((_other, index) => index !== at);
        grown = true;
        break;
      }
    }
    if (line.length > 3 && line[0] === line.at(-1)) rings.push(line);
    rest = others;
  }
  return rings;
}
