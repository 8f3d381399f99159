/** The search of a list. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import styles from '../style/table.module.css';

const TYPING_MS = 250;

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Asks when the typing pauses; follows the address when that changes otherwise. */
export function SearchInput({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const settle = useDebouncedCallback((next: string) => {
    asked.current = next;
    onChange(next);
  }, TYPING_MS);
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);
  return (
    <TextInput
      className={styles.search}
      type="search"
      label={label}
      maxLength={200}
      value={typed}
      data-search
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        settle(event.currentTarget.value.trim());
      }}
    />
  );
}
