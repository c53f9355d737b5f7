/**
 * The receiving side of WordPress's published protocol, for the first frame of a page: known by secret and window, heights
 * from 200 to 1000. `globalThis.asked` is the last height, `linked` the last address that the frame has asked for.
 */
export const WORDPRESS_HOST = `<script>
  const frame = document.querySelector('iframe');
  addEventListener('message', ({ data, source }) => {
    if (!data || /[^a-zA-Z0-9]/.test(data.secret) || source !== frame.contentWindow) return;
    if (data.secret !== frame.dataset.secret) return;
    if (data.message === 'height') {
      globalThis.asked = data.value;
      frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
    }
    if (data.message === 'link') globalThis.linked = data.value;
  });
</script>`;
