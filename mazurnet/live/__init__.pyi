from .widget import LiveNetwork as LiveNetwork
