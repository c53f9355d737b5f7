// The documented use of `@openstatus/react`, `<StatusWidget slug="status" />`, as JSX is compiled. React itself is external.
import { jsx } from 'react/jsx-runtime';
import { StatusWidget } from '@openstatus/react';

globalThis.widget = jsx(StatusWidget, { slug: 'status' });
