// Gives every frame from the folder of this script's server the height that it asks for. Put it anywhere in the page:
//   <script type="module" src="HOST/assets/embed-host.js"></script>
const server = new URL('../embed/', import.meta.url).href;
const [smallest, largest] = [100, 3000];

const frames = () =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(server));

addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'outage-status:resize' || data.v !== 1) return;
  // A sandboxed frame has no origin to go by, so it is known by its window.
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  const height = Math.min(Math.max(Math.ceil(Number(data.height)), smallest), largest);
  if (!frame || Number.isNaN(height)) return;
  const now = frame.getBoundingClientRect().height;
  // A pixel or two less is rounding, and following it would never end.
  if (height > now || height < now - 4) frame.style.height = `${height}px`;
});

// Frames that have loaded before this script have already told their height.
for (const frame of frames()) frame.contentWindow?.postMessage({ type: 'outage-status:ask' }, '*');
