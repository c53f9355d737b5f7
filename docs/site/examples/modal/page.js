const dialog = document.getElementById('status');
document.getElementById('open').addEventListener('click', () => dialog.showModal());
