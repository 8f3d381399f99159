/** A table of a few rows inside a panel: nothing to sort, nothing to page. */
import styles from '../style/page.module.css';

interface Props {
  headers: readonly string[];
  /** Its rows, `<tr>` each. */
  children: React.ReactNode;
}

export function SmallTable({ headers, children }: Props) {
  return (
    <table className={styles.small}>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
