import type { Family } from "./points";

/** Outlines of the shapes, around the middle, for a radius of about 7. Families differ by shape, so that colour only helps. */
export const outlines: Record<Family, string> = {
  violence: "M0-8.2L7.1 0 0 8.2-7.1 0Z",
  coercion: "M-6-6H6V6H-6Z",
  protest: "M0-7.6L7.4 5.6H-7.4Z",
  movement: "M-6.8-6.4H1.2L7.4 0 1.2 6.4H-6.8L-2 0Z",
  accord: "M6.7 0A6.7 6.7 0 1 1-6.7 0 6.7 6.7 0 1 1 6.7 0Z",
  words: "M-3.8-6.7H3.8L7.6 0 3.8 6.7H-3.8L-7.6 0Z",
  other: "M-2.5-7H2.5V-2.5H7V2.5H2.5V7H-2.5V2.5H-7V-2.5H-2.5Z",
};

/** Pieces of a ring, one for each share, clockwise from the top. */
export function ring(shares: readonly number[], outer: number, inner: number): (string | null)[] {
  const whole = shares.reduce((a, b) => a + b, 0);
  let turned = 0;
  return shares.map((share) => {
    if (share === 0) return null;
    const from = turned;
    turned += share / whole;
    if (share === whole) return `M0 ${-outer}A${outer} ${outer} 0 1 1 0 ${outer}A${outer} ${outer} 0 1 1 0 ${-outer}ZM0 ${-inner}A${inner} ${inner} 0 1 0 0 ${inner}A${inner} ${inner} 0 1 0 0 ${-inner}Z`;
    const point = (turn: number, r: number) => `${round(r * Math.sin(turn * 2 * Math.PI))} ${round(-r * Math.cos(turn * 2 * Math.PI))}`;
    const large = share / whole > 0.5 ? 1 : 0;
    return `M${point(from, outer)}A${outer} ${outer} 0 ${large} 1 ${point(turned, outer)}L${point(turned, inner)}A${inner} ${inner} 0 ${large} 0 ${point(from, inner)}Z`;
  });
}

/** A bar parted by shares, as rectangles from x on. */
export function bar(shares: readonly number[], x: number, y: number, width: number, height: number): (string | null)[] {
  const whole = shares.reduce((a, b) => a + b, 0);
  let at = x;
  return shares.map((share) => {
    if (share === 0) return null;
    const from = at;
    at += (width * share) / whole;
    return `M${round(from)} ${y}H${round(at)}V${y + height}H${round(from)}Z`;
  });
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Radius of a cluster's disc: it grows with the root of the count, within bounds. */
export const discRadius = (count: number): number => Math.min(30, 11 + 2.2 * Math.log2(count));
