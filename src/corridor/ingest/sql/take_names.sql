UPDATE cells SET /* settings */ FROM named WHERE /* same */
