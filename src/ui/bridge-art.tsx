/** The bridge: the mark, the arch between two parties, the broken bridge of an empty state. Decoration only. */

export function BridgeMark() {
  return (
    <svg viewBox="0 0 48 36" width="48" height="36" aria-hidden="true">
      <path d="M1 26C10 6 38 6 47 26" fill="none" stroke="#c74700" stroke-width="4.5" stroke-linecap="round" />
      <path d="M1 32h46" stroke="#00316a" stroke-width="3" stroke-linecap="round" />
      <path d="M14 16.5V32M24 12v20M34 16.5V32" stroke="#00316a" stroke-width="2.4" />
    </svg>
  );
}

export function BridgeArch() {
  return (
    <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
      <path d="M3 38C20 6 76 6 93 38" fill="none" stroke="#c74700" stroke-width="4" stroke-linecap="round" />
      <path d="M3 44h90" stroke="#00316a" stroke-width="3" stroke-linecap="round" />
      <path d="M22 22v22M35 16.5V44M48 14.5V44M61 16.5V44M74 22v22" stroke="#00316a" stroke-width="2" />
    </svg>
  );
}

export function BrokenBridge() {
  return (
    <svg class="art" viewBox="0 0 144 96" width="144" height="96" aria-hidden="true">
      <path d="M4 78h46M94 78h46" stroke="#00316a" stroke-width="5" stroke-linecap="round" />
      <path
        d="M4 70C14 46 30 32 46 28M140 70C130 46 114 32 98 28"
        fill="none"
        stroke="#c74700"
        stroke-width="5"
        stroke-linecap="round"
      />
      <path
        d="M56 24c10-4 22-4 32 0"
        fill="none"
        stroke="#949494"
        stroke-width="3"
        stroke-dasharray="4 6"
        stroke-linecap="round"
      />
      <path d="M22 46v32M40 32v46M104 32v46M122 46v32" stroke="#00316a" stroke-width="3" />
    </svg>
  );
}

const SPANS = [0, 240, 480, 720, 960];
const HANGERS = [
  [41.3, 69.8],
  [78.7, 55.3],
  [120, 50.5],
  [161.3, 55.3],
  [198.7, 69.8],
] as const;

/** The long bridge under the heading of the home page. */
export function HeroBridge() {
  return (
    <svg class="bridge" viewBox="0 0 1200 150" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path d="M0 118h1200" stroke="#00428c" stroke-width="4" />
      {SPANS.map((x) => (
        <g transform={`translate(${x})`}>
          <path d="M0 112C40 30 200 30 240 112" fill="none" stroke="#c74700" stroke-width="3" />
          <path d={HANGERS.map(([at, top]) => `M${at} ${top}V118`).join("")} stroke="#00428c" stroke-width="1.5" />
          <path d="M0 108V150M240 108V150" stroke="#00428c" stroke-width="7" />
        </g>
      ))}
    </svg>
  );
}
