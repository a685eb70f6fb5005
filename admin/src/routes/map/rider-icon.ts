import { hexColors, type Theme } from '@linli/ui/tokens';
import type { Map as MapLibre } from 'maplibre-gl';

const size = 40;
const ratio = 2;

/** Puts the riders' pictures into the map's style: a disc with a pointer ahead, one free and one with tasks. */
export function addRiderIcons(map: MapLibre, theme: Theme): void {
  const color = hexColors(theme);
  const fills = { 'rider-free': color.primary, 'rider-busy': color.info } as const;
  for (const [name, fill] of Object.entries(fills)) {
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, draw(fill, color.surface), { pixelRatio: ratio });
  }
}

function draw(fill: string, edge: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ratio;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no canvas');
  pen.scale(ratio, ratio);
  pen.translate(size / 2, size / 2);
  pen.fillStyle = fill;
  pen.strokeStyle = edge;
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
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
