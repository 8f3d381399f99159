/** A table of a few rows inside a panel: nothing to sort, nothing to page. Where it is too wide it is scrolled by itself. */
import { useMediaQuery } from '@mantine/hooks';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';

interface Props {
  headers: readonly string[];
  /** Its rows, `<tr>` each. */
  children: React.ReactNode;
}

export function SmallTable({ headers, children }: Props) {
  const { text } = useText();
  // What is scrolled has to be reached with the keyboard; where everything fits it would only be in the way.
  const isNarrow = useMediaQuery('(max-width: 860px)');
  return (
    <div className={styles.scroll} {...(isNarrow && { tabIndex: 0, role: 'group', 'aria-label': text.table })}>
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
    </div>
  );
}
