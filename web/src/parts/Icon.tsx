// The signs of the tools in the bar. Each stands beside its word, or in its place where there is no room.
const drawings = {
  time: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 4.2V8l2.6 1.8',
  query: 'M5.5 3L1.5 8l4 5M10.5 3l4 5l-4 5',
  share: 'M8 10V1.8M4.8 4.6L8 1.5l3.2 3.1M3 8.5v5.7h10V8.5',
  language: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M1.5 8h13M8 1.5c-5 4.5-5 8.5 0 13M8 1.5c5 4.5 5 8.5 0 13',
  system: 'M8 1.5a6.5 6.5 0 1 0 0 13zM8 1.5a6.5 6.5 0 0 1 0 13',
  light: 'M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M8 .8v1.7M8 13.5v1.7M.8 8h1.7M13.5 8h1.7M2.9 2.9l1.2 1.2M11.9 11.9l1.2 1.2M13.1 2.9l-1.2 1.2M4.1 11.9l-1.2 1.2',
  dark: 'M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z',
};

/** A sign. */
export function Icon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden>
      <path d={drawings[name]} className={name === 'system' ? 'half' : undefined} />
    </svg>
  );
}
