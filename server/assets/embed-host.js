// Sets the height of every frame from this script's server to the height the frame reports. Put it anywhere in the page:
//   <script type="module" src="HOST/assets/embed-host.js"></script>
const server = new URL('../embed/', import.meta.url).href;
const [smallest, largest] = [100, 3000];

const frames = () =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(server));

addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'outage-status:resize' || data.v !== 1) return;
  // A sandboxed frame has no usable origin, so its window identifies it.
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  const height = Math.min(Math.max(Math.ceil(Number(data.height)), smallest), largest);
  if (!frame || Number.isNaN(height)) return;
  const now = frame.getBoundingClientRect().height;
  // A difference of a pixel or two is rounding, and following it would never end.
  if (height > now || height < now - 4) frame.style.height = `${height}px`;
});

// Frames that loaded before this script have already reported their height, so ask again.
for (const frame of frames()) frame.contentWindow?.postMessage({ type: 'outage-status:ask' }, '*');
