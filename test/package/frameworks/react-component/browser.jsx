import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.jsx';

export const mount = (root, { isHydrating, ...props }) => {
  if (isHydrating) hydrateRoot(root, <App {...props} />);
  else createRoot(root).render(<App {...props} />);
};
