const BIG_LIMIT = 40;
/** More names than these stand in columns. */
const ONE_COLUMN = 12;

/** A name as somebody typed it: any script, any length, kept from disturbing the text around it. */
export function Name({ children, big = false }: { readonly children: string; readonly big?: boolean }) {
  const fits = [...children].length <= BIG_LIMIT;
  return <bdi className={big && fits ? "name name-big" : "name"}>{children}</bdi>;
}

interface NamesProps {
  readonly children: readonly string[];
  /** How many are shown; the others are counted. All, unless said otherwise. */
  readonly most?: number;
}

/** Several names, one a line. */
export function Names({ children, most = children.length }: NamesProps) {
  const others = children.length - most;
  return (
    <ul className={children.length > ONE_COLUMN ? "names names-many" : "names"}>
      {children.slice(0, most).map((name) => (
        <li key={name}>
          <Name>{name}</Name>
        </li>
      ))}
      {others > 0 && <li>and {others} more</li>}
    </ul>
  );
}
