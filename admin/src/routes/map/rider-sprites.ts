import { hexColors, type Theme } from '@linli/ui/tokens';
import { labelFont } from '@linli/map/label-layers';

/** Edge of a rider's picture in CSS pixels. */
export const riderSize = 40;
/** Directions that are told apart: a picture turned while it is drawn costs ten times one that is only copied. */
const turns = 36;

export type RiderSprites = {
  /** The picture of somebody with so many tasks who looks there (degrees clockwise from the top of the screen). */
  of: (heading: number, inHand: number) => ImageBitmap;
};

/** Riders as pictures, drawn when they are first needed: a disc with a pointer ahead, and the tasks in hand. */
export function createRiderSprites(theme: Theme, scale: number, ratio: number): RiderSprites {
  const color = hexColors(theme);
  const pictures = new Map<string, ImageBitmap>();
  const side = Math.round(riderSize * scale * ratio);
  const draw = (turn: number, inHand: number): ImageBitmap => {
    const canvas = new OffscreenCanvas(side, side);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('this browser draws no canvas');
    pen.translate(side / 2, side / 2);
    pen.scale(side / riderSize, side / riderSize);
    pen.save();
    pen.rotate((turn / turns) * 2 * Math.PI);
    pen.fillStyle = inHand > 0 ? color.info : color.primary;
    pen.strokeStyle = color.surface;
    pen.lineJoin = 'round';
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(0, -18);
    pen.lineTo(7, -8);
    pen.lineTo(-7, -8);
    pen.closePath();
    pen.fill();
    pen.stroke();
    pen.lineWidth = 2.5;
    pen.beginPath();
    pen.arc(0, 0, 11, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.restore();
    if (inHand > 0) {
      pen.fillStyle = color['on-primary'];
      pen.font = `13px ${labelFont.map((name) => JSON.stringify(name)).join()}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(String(inHand), 0, 1);
    }
    return canvas.transferToImageBitmap();
  };
  return {
    of(heading, inHand) {
      const turn = ((Math.round((heading / 360) * turns) % turns) + turns) % turns;
      const key = `${turn} ${inHand}`;
      const known = pictures.get(key) ?? draw(turn, inHand);
      pictures.set(key, known);
      return known;
    },
  };
}
