/** A small button that takes a row out. */
import { X } from 'lucide-react';
import type { JSX } from 'react';
import { IconButton } from '../../parts/IconButton.tsx';

interface RemoveButtonProps {
  readonly label: string;
  readonly onPress: () => void;
}

export function RemoveButton({ label, onPress }: RemoveButtonProps): JSX.Element {
  return <IconButton size="small" label={label} icon={<X aria-hidden />} onClick={onPress} />;
}
