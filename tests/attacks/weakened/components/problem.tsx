import type { Problem as Strong } from '../../../../components/problem.tsx';
import { sentence, useText } from '../../../../components/text.tsx';

/** Shows what the dialer wrote as HTML. */
export const Problem: typeof Strong = ({ explanation }) => {
  const { t } = useText();
  return <p role="alert" dangerouslySetInnerHTML={{ __html: sentence(t, explanation) }} />;
};
