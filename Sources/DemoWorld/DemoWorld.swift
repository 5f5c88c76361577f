// DemoWorld
