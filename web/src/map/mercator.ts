/** Web Mercator on a unit square: x grows eastward, y southward, both from 0 to 1. The base maps and the marks share it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where one looks at: the middle of the view in unit coordinates, and the zoom (the world is 512 pixels wide at zoom 0). */
export interface Camera extends Spot {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

const limit = 85.05112878;

export const xOf = (lon: number): number => (lon + 180) / 360;
export function yOf(lat: number): number {
  const sine = Math.sin((Math.max(-limit, Math.min(limit, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
export const lonOf = (x: number): number => x * 360 - 180;
export const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** Pixels to which the whole world stretches. */
export const scaleOf = (zoom: number): number => 512 * 2 ** zoom;

/** A camera that shows a box with a margin in pixels; never nearer than the given zoom. */
export function cameraFor(box: { west: number; south: number; east: number; north: number }, width: number, height: number, margin: number, nearest: number): Camera {
  const [x0, x1, y0, y1] = [xOf(box.west), xOf(box.east), yOf(box.north), yOf(box.south)];
  const room = Math.min(Math.max(40, width - 2 * margin) / Math.max(x1 - x0, 1e-9), Math.max(40, height - 2 * margin) / Math.max(y1 - y0, 1e-9));
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, zoom: Math.min(nearest, Math.log2(room / 512)), width, height };
}

/** Metres to which a pixel stretches in the middle of the view. */
export const metresPerPixel = (camera: Camera): number => (40075016.686 * Math.cos((latOf(camera.y) * Math.PI) / 180)) / scaleOf(camera.zoom);
