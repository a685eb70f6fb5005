/** Tiny SVG shape writers. Motifs draw in a 200 × 200 box with the ground at y = 172. */
export function circle(cx: number, cy: number, r: number, fill: string): string {
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"/>`;
}

/** An ellipse, optionally turned by `angle` degrees about its centre. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, angle = 0): string {
  const turn = angle === 0 ? '' : ` transform="rotate(${n(angle)} ${n(cx)} ${n(cy)})"`;
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${turn}/>`;
}

/** A rectangle with round corners, optionally turned by `angle` degrees about its centre. */
export function rect(x: number, y: number, w: number, h: number, r: number, fill: string, angle = 0): string {
  const turn = angle === 0 ? '' : ` transform="rotate(${n(angle)} ${n(x + w / 2)} ${n(y + h / 2)})"`;
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(r)}" fill="${fill}"${turn}/>`;
}

export function path(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

/** A round-ended line along `d`. */
export function stroke(d: string, color: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function group(transform: string, ...parts: string[]): string {
  return `<g transform="${transform}">${parts.join('')}</g>`;
}

/** Turns parts about the middle of the box. */
export function turned(angle: number, ...parts: string[]): string {
  return group(`rotate(${n(angle)} 100 100)`, ...parts);
}

/** Places `count` parts on a ring around (cx, cy); `draw` gets each point and its angle in degrees. */
export function ring(
  count: number,
  cx: number,
  cy: number,
  radius: number,
  draw: (x: number, y: number, angle: number, index: number) => string,
  startAngle = 0,
): string {
  const parts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const angle = startAngle + (index * 360) / count;
    const radians = (angle * Math.PI) / 180;
    parts.push(draw(cx + radius * Math.cos(radians), cy + radius * Math.sin(radians), angle, index));
  }
  return parts.join('');
}

/** The quiet shadow on the ground under a standing thing. */
export function groundShadow(rx = 62, cx = 100, cy = 173): string {
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="7" fill="#1d2b22" opacity=".12"/>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
