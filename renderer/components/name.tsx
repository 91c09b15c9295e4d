/** A name as somebody typed it: any script, any length, kept from disturbing the text around it. */
export function Name({ children, big = false }: { readonly children: string; readonly big?: boolean }) {
  return <bdi className={big ? "name name-big" : "name"}>{children}</bdi>;
}

/** Several names, one a line. */
export function Names({ children }: { readonly children: readonly string[] }) {
  return (
    <ul className="names">
      {children.map((name) => (
        <li key={name}>
          <Name>{name}</Name>
        </li>
      ))}
    </ul>
  );
}
