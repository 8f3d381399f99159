/** Legal holds: which stand, and for privacy officers how they are set and lifted. */
import { Button } from '@mantine/core';
import type { HoldItem } from '../../api/privacy.ts';
import type { ApplyPrivacy } from '../data/change-privacy.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { Chip } from './chips.tsx';
import { Empty } from './page.tsx';
import { useMay } from './session.ts';
import { SmallTable } from './small-table.tsx';
import { Moment } from './values.tsx';
import { TargetInput, targetOf, WhyForm } from './why-form.tsx';

interface Props {
  items: readonly HoldItem[];
  isPending: boolean;
  apply: ApplyPrivacy;
}

export function Holds({ items, isPending, apply }: Props) {
  const { privacy: words } = useText();
  const mayManage = useMay()('holds.manage');
  return (
    <>
      {items.length === 0 ? (
        <Empty title={words.noHolds} />
      ) : (
        <SmallTable headers={words.holdHeaders}>
          {items.map((hold) => (
            <tr key={hold.id}>
              <td>{words.scopes[hold.scope]}</td>
              <td>
                <bdi>{hold.reason}</bdi>
              </td>
              <td>
                <bdi>{hold.createdBy}</bdi>
                <div className={styles.hint}>
                  <Moment ms={hold.createdAt} />
                </div>
              </td>
              <td>
                {hold.liftedAt === null ? (
                  <Chip tone="warn">{words.stands}</Chip>
                ) : (
                  <Chip tone="calm">{words.liftedBy(hold.liftedBy ?? '')}</Chip>
                )}{' '}
                {mayManage && hold.liftedAt === null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={isPending}
                    onClick={() => apply({ kind: 'lift', hold: hold.id })}
                  >
                    {words.lift}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </SmallTable>
      )}
      {mayManage && (
        <WhyForm
          label={words.newHold}
          hasPurpose={false}
          submit={words.set}
          isPending={isPending}
          ask={(form, { reason }) => apply({ kind: 'hold', target: targetOf(form), reason })}
        >
          <TargetInput isRequired={false} />
        </WhyForm>
      )}
    </>
  );
}
