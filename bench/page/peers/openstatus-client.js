// @openstatus/react in a page without a React server: its `getStatus`, as in its README under "headless".
import { getStatus } from '@openstatus/react';
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const LABELS = {
  operational: 'Operational',
  degraded_performance: 'Degraded Performance',
  partial_outage: 'Partial Outage',
  major_outage: 'Major Outage',
  under_maintenance: 'Under Maintenance',
};
// All copies share one request, as in the other peers.
let asked;

function Status({ slug }) {
  const [status, setStatus] = useState();
  useEffect(() => {
    (asked ??= getStatus(slug)).then((answer) => setStatus(answer.status));
  }, [slug]);
  return createElement(
    'span',
    { className: 'status' },
    status ? (LABELS[status] ?? 'Unknown') : '',
  );
}

const place = document.querySelector('#root');
createRoot(place).render(
  Array.from({ length: Number(place.dataset.copies) }, (_, key) =>
    createElement('p', { key }, createElement(Status, { slug: place.dataset.slug })),
  ),
);
