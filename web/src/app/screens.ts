import type { ComponentType } from "preact";
import type { IconName } from "../ui/Icon";
import { address } from "./router";

type Load = () => Promise<{ default: ComponentType }>;

/** Screens by the first part of the path. Each is a file of its own that is fetched when it is first opened. */
export const screens: Record<string, Load> = {
  "": () => import("../lists/Reports"),
  reports: () => import("../lists/Reports"),
  report: () => import("../report/index"),
  review: () => import("../review/index"),
  events: () => import("../lists/Events"),
  event: () => import("../event/index"),
  map: () => import("../map/index"),
  search: () => import("../search/index"),
  sources: () => import("../sources/index"),
  jobs: () => import("../jobs/index"),
  login: () => import("./Login"),
};

/** What stands in the bar, with the second key of its shortcut (G, then it). */
export const places: readonly { screen: string; also: readonly string[]; icon: IconName; key: string }[] = [
  { screen: "reports", also: ["", "report"], icon: "reports", key: "KeyR" },
  { screen: "review", also: [], icon: "review", key: "KeyV" },
  { screen: "events", also: ["event"], icon: "events", key: "KeyE" },
  { screen: "map", also: [], icon: "map", key: "KeyM" },
  { screen: "search", also: [], icon: "search", key: "KeyF" },
  { screen: "sources", also: [], icon: "sources", key: "KeyS" },
  { screen: "jobs", also: [], icon: "jobs", key: "KeyJ" },
];

export const placeAddress = (screen: string): string => address(screen);
