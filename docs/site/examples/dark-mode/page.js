const button = document.getElementById('switch');
button.addEventListener('click', () => {
  const isDark = document.documentElement.classList.toggle('dark');
  button.setAttribute('aria-pressed', String(isDark));
});
