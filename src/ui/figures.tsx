/** Key figures: at most five numbers, each with its unit and one link to what it counts. */
import { Link } from "./link.tsx";

export type Figure = Readonly<{ label: string; value: number; unit: string; href: string; linkText: string }>;

export type FiguresProps = Readonly<{ figures: readonly Figure[] }>;

export function Figures({ figures }: FiguresProps) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, unit, href, linkText }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <span class="v">
              {value.toLocaleString("ja-JP")}
              <small>{unit}</small>
            </span>
            <br />
            <Link href={href}>{linkText}</Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
