import { gold, ink, persimmon, steel, steelDark, tints, white, type Motif } from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke, turned } from './shapes.ts';

export const wrench: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    turned(
      40,
      path(
        'M84 66Q62 52 66 26Q72 10 86 6V36L100 46L114 36V6Q128 10 134 26Q138 52 116 66V134Q138 148 134 174Q128 190 114 194V164L100 154L86 164V194Q72 190 66 174Q62 148 84 134Z',
        steelDark,
      ),
      path(
        'M82 64Q62 52 66 26Q72 10 82 8V38L98 48L112 38V8Q122 10 128 26Q132 52 110 64V136Q130 150 126 174Q122 186 112 190V162L98 152L84 162V190Q72 186 68 174Q64 148 84 136Z',
        steel,
      ),
    ) +
    turned(
      -40,
      rect(88, 10, 24, 82, 12, dark),
      rect(90, 10, 15, 80, 7.5, body),
      rect(95, 90, 10, 76, 2, '#a7b2ad'),
      path('M92 164h16l-3 22h-10Z', steelDark),
    )
  );
};

export const phone: Motif = (brush) => {
  const [body] = brush.pick(tints);
  return (
    groundShadow(44) +
    rect(52, 12, 96, 164, 18, ink) +
    rect(59, 22, 82, 144, 10, body) +
    path('M59 110L141 60V156Q141 166 131 166H69Q59 166 59 156Z', '#ffffff22') +
    rect(86, 26, 28, 6, 3, ink) +
    stroke('M84 60l14 22l-10 10l18 26', white, 5) +
    stroke('M98 82l22 -8', white, 4) +
    stroke('M88 92l-18 14', white, 4)
  );
};

export const keyLock: Motif = () =>
  groundShadow(62) +
  stroke('M50 88V62Q50 22 84 22Q118 22 118 62V88', steelDark, 15) +
  rect(30, 84, 108, 88, 14, '#d9962c') +
  rect(30, 84, 94, 88, 14, gold) +
  circle(84, 118, 12, ink) +
  path('M78 122h12l5 26H73Z', ink) +
  turned(
    28,
    `<circle cx="158" cy="72" r="17" fill="none" stroke="${persimmon}" stroke-width="11"/>`,
    rect(153, 88, 10, 66, 4, persimmon),
    rect(160, 124, 16, 8, 3, persimmon),
    rect(160, 140, 20, 8, 3, persimmon),
  );

export const faucet: Motif = () =>
  groundShadow(60) +
  rect(22, 150, 156, 22, 8, '#e5e9e5') +
  path('M60 150V74Q60 32 104 32Q146 32 146 76V92H118V78Q118 58 104 58Q88 58 88 78V150Z', steelDark) +
  path('M62 150V74Q62 36 100 34Q84 44 80 74V150Z', '#dfe5e2') +
  rect(112, 88, 40, 14, 5, steelDark) +
  rect(26, 84, 40, 14, 7, persimmon) +
  path('M132 112q14 22 0 30q-14 -8 0 -30Z', '#5fa4c4');

export const bulb: Motif = () =>
  ring(8, 100, 84, 78, (x, y, angle) =>
    angle > 50 && angle < 130
      ? ''
      : stroke(`M${x} ${y}L${100 + (x - 100) * 0.86} ${84 + (y - 84) * 0.86}`, gold, 7),
  ) +
  path(
    'M100 28Q156 30 154 84Q152 108 132 124Q126 132 126 142H74Q74 132 68 124Q48 108 46 84Q44 30 100 28Z',
    '#f7d062',
  ) +
  ellipse(76, 66, 10, 18, '#ffffff88', 24) +
  stroke('M86 138L80 92L92 102L100 88L108 102L120 92L114 138', '#c98a2e', 4.5) +
  rect(74, 142, 52, 12, 6, steelDark) +
  rect(78, 155, 44, 11, 5.5, steel) +
  rect(86, 167, 28, 9, 4.5, ink);
