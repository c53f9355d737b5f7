// The generator's own theme without its fonts, and the components that pages use.
import DefaultTheme from 'vitepress/theme-without-fonts';
import ApiReference from './components/ApiReference.vue';
import AttributesPlayground from './components/AttributesPlayground.vue';
import EventsPlayground from './components/EventsPlayground.vue';
import ExampleFrame from './components/ExampleFrame.vue';
import OwnPicture from './components/OwnPicture.vue';
import PartsPlayground from './components/PartsPlayground.vue';
import StatesPlayground from './components/StatesPlayground.vue';
import SiteLayout from './components/SiteLayout.vue';
import WidgetTag from './components/WidgetTag.vue';
import './site.css';
import './playground.css';

const COMPONENTS = {
  ApiReference,
  AttributesPlayground,
  EventsPlayground,
  ExampleFrame,
  OwnPicture,
  PartsPlayground,
  StatesPlayground,
  WidgetTag,
};

export default {
  extends: DefaultTheme,
  Layout: SiteLayout,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries(COMPONENTS)) app.component(name, component);
  },
};
