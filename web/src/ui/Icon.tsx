// Line icons of 24 units, drawn for this app.
const paths = {
  reports: "M6 3.5h9l3.5 3.5v13.5H6zM14.5 3.5V7.5h4M9 12h6.5M9 15.5h6.5M9 8.5h2.5",
  review: "M4 12.5l4.2 4.2L15 8.5M11.5 16.2l.8.5L20 8.5",
  events: "M12 3.5v4M12 16.5v4M3.5 12h4M16.5 12h4M12 12m-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0",
  map: "M9 4.5L3.5 6.8v13L9 17.5l6 2.3 5.5-2.3v-13L15 6.8zM9 4.5v13M15 6.8v13",
  search: "M10.5 10.5m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5 5",
  sources: "M6 12m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M18 6m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M18 18m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M8.3 10.8l7.4-3.7M8.3 13.2l7.4 3.7",
  jobs: "M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5.3l3.4 2",
  sun: "M12 12m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M18.7 5.3l-1.5 1.5M6.8 17.2l-1.5 1.5",
  moon: "M19.5 14.5A8 8 0 1 1 9.5 4.5a6.3 6.3 0 0 0 10 10z",
  auto: "M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 3.5v17M12 7.5h5.5M12 12h8M12 16.5h5.5",
  help: "M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M9.7 9.5a2.4 2.4 0 1 1 3.4 2.3c-.8.4-1.1.9-1.1 1.9M12 16.6v.2",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 7m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M9 17m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.6 4.6L19 7.5",
  unsure: "M9 8.8a3 3 0 1 1 4.3 2.8c-.9.5-1.3 1.1-1.3 2.2M12 17.3v.2",
  edit: "M5 19l.8-3.6L16 5.2l2.8 2.8L8.6 18.2zM14 7.2l2.8 2.8",
  undo: "M8.5 5L4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-3",
  add: "M12 5v14M5 12h14",
  next: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  link: "M10 6H6v12h12v-4M13 5h6v6M19 5l-8 8",
  user: "M12 8.5m-3.7 0a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0M4.8 20c.6-4 3.5-6 7.2-6s6.6 2 7.2 6",
  filter: "M4 6h16M7 12h10M10 18h4",
  pin: "M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 10m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0",
  download: "M12 4v11M7.5 11L12 15.5 16.5 11M4.5 19.5h15",
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words. It says nothing by itself: give what it stands on a label. */
export function Icon({ name, points }: { name: IconName; points?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" width="20" height="20" class={points ? "points" : undefined}>
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark of the app: one source, and two that hand its words on. It reads from where lines begin. */
export function Brand() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" class="points">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <g fill="none" stroke="var(--accent-ink)" stroke-width="2.2">
        <path d="M11.4 15l7.8-3.4M11.4 17l7.8 3.4" />
        <circle cx="8.5" cy="16" r="3" />
        <circle cx="22.3" cy="10.4" r="3" />
        <circle cx="22.3" cy="21.6" r="3" />
      </g>
    </svg>
  );
}
