// A second entry of twice.html, as of another part of a site that shows the element by itself.
import 'outage-status/define';

document.querySelector('#again').textContent = 'defined again';
