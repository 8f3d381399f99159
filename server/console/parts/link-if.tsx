/** A link for whoever may go there; for others what it says, without leading anywhere. */
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '../../auth/permissions.ts';
import { useMay } from './session.ts';

interface Props extends Omit<LinkProps, 'children'> {
  needs: Permission;
  className?: string | undefined;
  'data-tone'?: string | undefined;
  children: ReactNode;
}

export function LinkIf({ needs, className, 'data-tone': tone, children, ...link }: Props) {
  const may = useMay();
  const look = { className, 'data-tone': tone };
  return may(needs) ? (
    <Link {...link} {...look}>
      {children}
    </Link>
  ) : (
    <span {...look}>{children}</span>
  );
}
