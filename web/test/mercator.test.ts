import { describe, expect, it } from "vitest";
import { cameraFor, latOf, lonOf, scaleOf, xOf, yOf } from "../src/map/mercator";

describe("mercator", () => {
  it("comes back to where it began", () => {
    for (const lat of [-60, -12.5, 0, 15.37, 35.93, 71])
      for (const lon of [-179, -18, 0, 36.63, 120]) {
        expect(latOf(yOf(lat))).toBeCloseTo(lat, 9);
        expect(lonOf(xOf(lon))).toBeCloseTo(lon, 9);
      }
  });
  it("puts north above south and west before east", () => {
    expect(yOf(36)).toBeLessThan(yOf(35));
    expect(xOf(36)).toBeLessThan(xOf(37));
  });
  it("shows a box whole, and never nearer than it may", () => {
    const box = { west: 35, south: 32, east: 42, north: 37 };
    const camera = cameraFor(box, 800, 600, 50, 9);
    const scale = scaleOf(camera.zoom);
    expect((xOf(box.east) - xOf(box.west)) * scale).toBeLessThanOrEqual(700.001);
    expect((yOf(box.south) - yOf(box.north)) * scale).toBeLessThanOrEqual(500.001);
    expect(cameraFor({ west: 36, south: 35, east: 36, north: 35 }, 800, 600, 50, 9).zoom).toBe(9);
  });
});
